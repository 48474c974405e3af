import type texts from "./en.json"

declare global {
  interface Texts {
    "portal/partnership": typeof texts
  }
}
