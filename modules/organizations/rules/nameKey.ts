import { textKey, words } from "#core/textKey"

const legalForms = new Set(
  words(
    "inc, incorporated, corp, corporation, co, company, llc, llp, lp, ltd, limited, plc, pty, pte, pvt, gmbh, mbh, ag, kg, kgaa, ohg, ug, ev, eg, gbr, se, sa, sas, sasu, sarl, eurl, sl, slu, sau, srl, spa, sapi, cv, bv, nv, vof, ab, hb, oy, oyj, as, asa, aps, kk, gk, sro, zoo, doo, dd, kft, nyrt, zrt, ooo, oao, zao, pao, ltda, eireli, sdn, bhd, tbk, pt, holding, holdings, group",
  ),
)
/** Legal forms written with points or spaces: "S.A.S.", "G. m. b. H.", "s. r. o.". */
const spelledOut = /(?<![\p{L}\p{N}])\p{L}(?:\.\s?\p{L})+(?:\.|(?![\p{L}\p{N}]))/gu
const fullForms =
  /\b(?:gesellschaft mit beschrankter haftung|aktiengesellschaft|societe anonyme|sociedad anonima|societe par actions simplifiee)\b/g

/**
 * A company's name without what varies between lists: case, accents, punctuation and legal form. "Müller & Söhne
 * G.m.b.H." and "MULLER UND SOHNE" share "muller and sohne". A name that is nothing but a legal form stays.
 */
export const nameKey = (name: string): string => {
  const joined = name.includes(".") ? name.replace(spelledOut, (letters) => `${letters.replace(/[.\s]/g, "")} `) : name
  const key = textKey(joined.toLowerCase()).replace(fullForms, "").trim()
  const parts = key.split(/\s+/).map((part) => (part === "und" || part === "et" || part === "y" ? "and" : part))
  while (parts.length > 1 && isDroppable(parts)) parts.pop()
  return parts.join(" ") || key || textKey(name)
}

const isDroppable = (parts: readonly string[]): boolean => {
  const last = parts.at(-1) ?? ""
  return legalForms.has(last) || (last === "and" && parts.length > 1)
}
