/**
 * An answer that was written before it was asked for: JSON that is sent as it is, past the serializer, so that whoever writes it holds it
 * to the endpoint's output with a test of their own.
 */
export class Written<T> {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  read(): T {
    return JSON.parse(this.text) as T
  }
}
