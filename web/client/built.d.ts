/** The guides of `docs/` that pages show, by the language they are written in; made by the build (web/build/guides.ts). */
declare module "virtual:guides" {
  type Section = Readonly<{ id: string; title: string; text: string }>
  export type GuideText = Readonly<{ title: string; html: string; sections: readonly Section[] }>
  type Edition = Readonly<{ title: string; open: () => Promise<{ default: GuideText }> }>
  export type Guide = Readonly<{
    slug: string
    for: readonly import("#client/guides").Entrance[]
    editions: Readonly<Partial<Record<string, Edition>> & { en: Edition }>
  }>
  export const contents: readonly Guide[]
}

/** The fields that each act wants filled in, by its method and path; made by the build (web/build/required.ts). */
declare module "virtual:required" {
  export const required: Readonly<Record<string, readonly string[]>>
}
