import "i18next"

declare global {
  /** The texts of every area; each adds its own in `texts/keys.d.ts`. English decides which keys there are. */
  interface Texts {}
}

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "ui"
    resources: Texts
  }
}
