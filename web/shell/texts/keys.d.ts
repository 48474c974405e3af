import type texts from "./en.json"

declare global {
  interface Texts {
    shell: typeof texts
  }
}
