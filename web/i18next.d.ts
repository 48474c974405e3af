import "i18next"
import type agreements from "./locales/en/agreements.json"
import type gallery from "./locales/en/gallery.json"
import type home from "./locales/en/home.json"
import type marks from "./locales/en/marks.json"
import type notifications from "./locales/en/notifications.json"
import type objectives from "./locales/en/objectives.json"
import type portal from "./locales/en/portal.json"
import type promises from "./locales/en/promises.json"
import type shell from "./locales/en/shell.json"
import type signIn from "./locales/en/sign-in.json"
import type ui from "./locales/en/ui.json"

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "ui"
    /** One line per area; English decides which keys exist, `locales.test.ts` holds the others to it. */
    resources: {
      gallery: typeof gallery
      agreements: typeof agreements
      home: typeof home
      notifications: typeof notifications
      objectives: typeof objectives
      promises: typeof promises
      marks: typeof marks
      portal: typeof portal
      shell: typeof shell
      "sign-in": typeof signIn
      ui: typeof ui
    }
  }
}
