/** The texts of each language that is offered, fetched when it is chosen; made by the build (vite.config.ts). */
declare module "virtual:texts" {
  type InLanguage = Readonly<{ texts: Readonly<Record<string, () => Promise<{ default: Record<string, unknown> }>>> }>
  export const inLanguages: Readonly<Record<import("#core/languages").Language, () => Promise<InLanguage>>>
}

/** Where each text of one language is fetched, by area or subject; made by the build (vite.config.ts). */
declare module "virtual:texts/*" {
  export const texts: Readonly<Record<string, () => Promise<{ default: Record<string, unknown> }>>>
}
