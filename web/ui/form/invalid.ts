/** A field with an error, as it is drawn. */
export const invalid = "[aria-invalid=true]"
