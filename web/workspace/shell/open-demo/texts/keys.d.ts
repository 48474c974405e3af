import type texts from "./en.json"

declare global {
  interface Texts {
    "open-demo": typeof texts
  }
}
