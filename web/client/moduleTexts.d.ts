declare module "virtual:module-texts" {
  /** What modules say, by "<subject>.<language>"; made by the build (vite.config.ts). */
  export const moduleTexts: Readonly<Record<string, () => Promise<{ texts: Record<string, unknown> }>>>
}
