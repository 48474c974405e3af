import "i18next"
import type agreements from "./locales/en/agreements.json"
import type audit from "./locales/en/audit.json"
import type drift from "./locales/en/drift.json"
import type gallery from "./locales/en/gallery.json"
import type home from "./locales/en/home.json"
import type imports from "./locales/en/imports.json"
import type marks from "./locales/en/marks.json"
import type newPartnership from "./locales/en/new-partnership.json"
import type notifications from "./locales/en/notifications.json"
import type objectives from "./locales/en/objectives.json"
import type organizations from "./locales/en/organizations.json"
import type partnership from "./locales/en/partnership.json"
import type portal from "./locales/en/portal.json"
import type portfolio from "./locales/en/portfolio.json"
import type promises from "./locales/en/promises.json"
import type settings from "./locales/en/settings.json"
import type shell from "./locales/en/shell.json"
import type signIn from "./locales/en/sign-in.json"
import type timeline from "./locales/en/timeline.json"
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
      imports: typeof imports
      marks: typeof marks
      portal: typeof portal
      drift: typeof drift
      portfolio: typeof portfolio
      timeline: typeof timeline
      shell: typeof shell
      "sign-in": typeof signIn
      audit: typeof audit
      "new-partnership": typeof newPartnership
      organizations: typeof organizations
      partnership: typeof partnership
      settings: typeof settings
      ui: typeof ui
    }
  }
}
