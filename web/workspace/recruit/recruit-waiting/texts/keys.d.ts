import type texts from "./en.json"

declare global {
  interface Texts {
    "recruit-waiting": typeof texts
  }
}
