import type texts from "./en.json"

declare global {
  interface Texts {
    "sign-in": typeof texts
  }
}
