import type { Id } from "#core/ids"
import { type ChoicesOf, type Field, field } from "#core/importable/field"
import { fillIn } from "#core/importable/fillIn"
import type { Remarks } from "#core/importable/remark"
import { codeOf, type ImportRow, numberOf, textOf } from "#core/importable/row"
import { beforeStart, endsOnField, startsOnField } from "#core/importable/sharedFields"
import { periodEnd } from "#core/periods"
import type { PlainDate } from "#core/time"
import { type BulkRow, type Importable, importTable, type RowError } from "#platform/importable"
import type { ObjectiveCategory, Ramp } from "./rules.ts"

const categories: ChoicesOf<ObjectiveCategory> = {
  revenue: "sales, bookings, arr, umsatz, chiffre d'affaires, revenu, ingresos, ventas",
  pipeline: "opportunities, leads, opportunités, oportunidades",
  "market access": "market, new markets, reach, marktzugang, accès au marché, acceso al mercado",
  "technical capability": "technical, technology, technische fähigkeit, capacité technique, capacidad técnica",
  enablement: "training, certification, schulung, befähigung, formation, formación, capacitación",
  "customer outcome":
    "customer, customer success, retention, satisfaction, kundenergebnis, kundenerfolg, résultat client, éxito del cliente",
}

const ramps: ChoicesOf<Ramp> = {
  linear: "straight, even, gleichmäßig, linéaire, lineal",
  "s curve": "sigmoid, scurve, s kurve, courbe en s, curva s",
  "quarterly steps": "quarterly, steps, stepped, quartalsweise, quartalsstufen, par trimestre, trimestral",
}

/** What a file says of an objective; which agreement it belongs to is said by #modules/agreements. */
export const objectiveFields: readonly Field[] = [
  field(
    "title",
    "Objective",
    "text",
    "title, goal, objective title, name, description, ziel, zielsetzung, titel, objectif, titre, but, objetivo, título, meta",
    { isRequired: true },
  ),
  field("category", "Category", "choice", "type, area, kategorie, art, catégorie, categoría, tipo", {
    choices: categories,
    otherwise: "revenue",
  }),
  field(
    "metric",
    "Metric",
    "text",
    "measure, kpi, indicator, metrik, kennzahl, messgröße, indicateur, mesure, métrica, indicador",
  ),
  field(
    "target",
    "Target",
    "number",
    "target value, goal value, quota, plan, zielwert, soll, cible, valeur cible, valor objetivo, cuota",
    { isRequired: true },
  ),
  field("unit", "Unit", "text", "units, unit of measure, einheit, unité, unidad"),
  startsOnField,
  endsOnField,
  field(
    "ramp",
    "Ramp",
    "choice",
    "curve, ramp curve, phasing, verlauf, anlauf, kurve, courbe, montée en charge, curva, rampa",
    { choices: ramps, otherwise: "linear" },
  ),
  field(
    "weight",
    "Weight",
    "number",
    "weighting, importance, gewicht, gewichtung, poids, pondération, peso, ponderación",
    { min: 0 },
  ),
  field("external_id", "Id in your other system", "text", "id, objective id, reference, nummer, référence, referencia"),
]

export const objectiveTable = importTable({
  name: "objective",
  columns: {
    id: "uuid",
    partnership_id: "uuid",
    agreement_id: "uuid",
    category: "text",
    metric: "text",
    title: "text",
    target: "numeric",
    unit: "text",
    starts_on: "date",
    ends_on: "date",
    ramp: "text",
    weight: "numeric",
    external_id: "text",
  },
  now: ["created_at"],
  knownBy: "external_id",
  about: "partnership_id",
  isVersioned: true,
  again: {
    called: "title",
    sameBy: ["partnership_id", "title", "agreement_id"],
    corrects: [
      { field: "partner", columns: ["partnership_id"], may: () => false },
      { field: "title", columns: ["title"] },
      { field: "category", columns: ["category"], shows: ({ category }) => String(category).replaceAll("_", " ") },
      { field: "metric", columns: ["metric"] },
      { field: "target", columns: ["target"] },
      { field: "unit", columns: ["unit"] },
      { field: "starts_on", columns: ["starts_on"] },
      { field: "ends_on", columns: ["ends_on"] },
      { field: "ramp", columns: ["ramp"], shows: ({ ramp }) => String(ramp).replaceAll("_", " ") },
      { field: "weight", columns: ["weight"] },
    ],
    isSound: (row) => String(row["starts_on"]) < String(row["ends_on"]),
  },
  undo: "delete",
})

type Agreed = Readonly<{ id: Id; partnershipId: Id; startsOn: PlainDate; endsOn: PlainDate | null }>
type Made = Readonly<{ id: Id; agreement: Agreed; remarks: Remarks }>

/** What a checked row says of an objective of that agreement; what it leaves out, the agreement says, and that is told. */
export const objectiveOf = (
  row: ImportRow,
  { id, agreement, remarks }: Made,
): BulkRow<keyof typeof objectiveTable.columns> | RowError => {
  const target = numberOf(row, "target") ?? 0
  if (target <= 0) return { field: "target", reason: "must-be-positive" }
  if (row["weight"] === 0) return { field: "weight", reason: "must-be-positive" }
  const title = textOf(row, "title") ?? ""
  const filled = <T extends string | number>(field: string, value: T) => fillIn(remarks, { field, text: title }, value)
  const startsOn = textOf(row, "starts_on") ?? filled("starts_on", agreement.startsOn)
  if (typeof startsOn === "object") return startsOn
  const endsOn = textOf(row, "ends_on") ?? filled("ends_on", agreement.endsOn ?? periodEnd(startsOn, 12))
  if (typeof endsOn === "object") return endsOn
  if (endsOn <= startsOn) return beforeStart("ends_on", startsOn)
  const metric = textOf(row, "metric") ?? filled("metric", title)
  if (typeof metric === "object") return metric
  const weight = numberOf(row, "weight") ?? filled("weight", 1)
  if (typeof weight === "object") return weight
  return {
    id,
    partnership_id: agreement.partnershipId,
    agreement_id: agreement.id,
    category: codeOf(textOf(row, "category") ?? ""),
    metric,
    title,
    target,
    unit: textOf(row, "unit") ?? "",
    starts_on: startsOn,
    ends_on: endsOn,
    ramp: codeOf(textOf(row, "ramp") ?? ""),
    weight,
    external_id: textOf(row, "external_id"),
  }
}

export const importable: Partial<Importable> = {
  tables: [objectiveTable],
  holds: [
    { table: "partnership", from: "objective", by: "partnership_id" },
    { table: "objective", from: "objective", by: "replaces_id" },
  ],
}
