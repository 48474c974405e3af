import { type FileKind, field } from "#core/importable/field"
import { sharedHeaders } from "#core/importable/sharedFields"

const sides = {
  host: "us, our side, vendor, wir, uns, unsere seite, nous, notre côté, nosotros, nós, 自社",
  partner: "them, their side, partner side, partnerseite, partenaire, leur côté, socio, parceiro, パートナー",
  both: "joint, all, beide, gemeinsam, les deux, ambos, 両方",
}
const partnership = field("partnership", "Partnership", "text", `${sharedHeaders.partner}, partner`, {
  isRequired: true,
})

/** What a file of signals holds: one value of one signal in one week, or on one of its days. */
export const signalFile: FileKind = {
  kind: "signals",
  fields: [
    partnership,
    field("type", "Type", "text", "partnership type, partner type, typ, partnertyp, type de partenaire, tipo"),
    field("signal", "Signal", "text", sharedHeaders.signal, { isRequired: true }),
    field("side", "Side", "choice", `${sharedHeaders.side}, whose`, { isRequired: true, choices: sides }),
    field("week", "Week", "date", `${sharedHeaders.week}, day`, { isRequired: true, orWeek: true }),
    field("value", "Value", "number", sharedHeaders.value),
    field("expected", "Expected", "number", sharedHeaders.expected),
    field("n", "Number of observations", "number", `n, ${sharedHeaders.observations}`, { min: 0 }),
  ],
  example: {},
}

/** What a file of events holds: what happened on one day. */
export const eventFile: FileKind = {
  kind: "events",
  fields: [
    partnership,
    field("occurred_on", "Occurred on", "date", sharedHeaders.when, { isRequired: true }),
    field("kind", "Kind", "text", "event, type, ereignis, art, événement, evento, tipo, 種別", { isRequired: true }),
    field("side", "Side", "choice", `${sharedHeaders.side}, whose`, { choices: sides }),
    field(
      "note",
      "Note",
      "text",
      "notes, comment, description, notiz, bemerkung, commentaire, nota, comentario, 備考",
      {
        maxLength: 4_000,
      },
    ),
  ],
  example: {},
}
