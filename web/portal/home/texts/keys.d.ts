import type texts from "./en.json"

declare global {
  interface Texts {
    "portal/home": typeof texts
  }
}
