import type texts from "./en.json"

declare global {
  interface Texts {
    home: typeof texts
  }
}
