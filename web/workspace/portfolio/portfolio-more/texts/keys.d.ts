import type texts from "./en.json"

declare global {
  interface Texts {
    "portfolio-more": typeof texts
  }
}
