import type texts from "./en.json"

declare global {
  interface Texts {
    "portal/promises": typeof texts
  }
}
