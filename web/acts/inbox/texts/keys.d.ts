import type texts from "./en.json"

declare global {
  interface Texts {
    inbox: typeof texts
  }
}
