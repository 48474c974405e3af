import type { Id } from "#core/ids"
import type { Language } from "#core/languages"
import { addDays, type PlainDate, startOfDayIn } from "#core/time"
import { newId } from "#platform/ids"
import { unguessable } from "#platform/random"
import type { WorkspaceTx } from "#platform/tx"
import { candidateOf } from "./applying.ts"
import { applicationReceived, formOpened, formWritten } from "./events.ts"
import { type ApplicationState, addressOfForm, type FormWords, type Suspicion } from "./rules.ts"
import * as store from "./store.ts"

const words: FormWords[] = [
  {
    ...{ language: "en", title: "Become a reseller" },
    intro:
      "We look for companies that sell and run software for mid-sized customers. It takes ten minutes; you hear from us within two weeks.",
    questions: ["Which customers do you reach, and where?", "Who would sell and look after our product?"],
  },
  {
    ...{ language: "de", title: "Reseller werden" },
    intro:
      "Wir suchen Unternehmen, die Software für den Mittelstand verkaufen und betreiben. Es dauert zehn Minuten; Sie hören innerhalb von zwei Wochen von uns.",
    questions: ["Welche Kunden erreichen Sie, und wo?", "Wer würde unser Produkt verkaufen und betreuen?"],
  },
  {
    ...{ language: "fr", title: "Devenir revendeur" },
    intro:
      "Nous cherchons des entreprises qui vendent et exploitent des logiciels pour des clients de taille moyenne. Cela prend dix minutes\u202f; vous avez de nos nouvelles sous deux semaines.",
    questions: ["Quels clients atteignez-vous, et où\u202f?", "Qui vendrait et suivrait notre produit\u202f?"],
  },
]

type Told = Readonly<{
  company: string
  website: string
  country: string
  registrationNumber?: string
  person: string
  email: string
  language: Language
  days: number
  answers: readonly [string, string]
  state: Exclude<ApplicationState, "discarded">
  suspicions?: readonly Suspicion[]
  asked?: string
}>

const told: readonly Told[] = [
  {
    ...{ company: "Bodensee Systemhaus", website: "bodensee-systeme.example", country: "DE", person: "Miriam Keller" },
    ...{ email: "miriam.keller@bodensee-systeme.example", language: "de", days: 3, state: "received" },
    answers: [
      "Maschinenbau und Zulieferer rund um den Bodensee, etwa 90 Kunden mit 50 bis 400 Beschäftigten.",
      "Zwei Leute im Vertrieb, vier in der Betreuung; eine davon hat bei einem Ihrer Kunden gearbeitet.",
    ],
  },
  {
    ...{
      company: "Lac Léman Informatique",
      website: "leman-informatique.example",
      country: "CH",
      person: "Olivier Favre",
    },
    ...{ email: "olivier.favre@leman-informatique.example", language: "fr", days: 8, state: "asked" },
    answers: ["Cliniques et cabinets en Suisse romande.", "Une équipe de six personnes, dont deux certifiées."],
    asked: "Welche Zertifikate haben die beiden, und bis wann gelten sie?",
  },
  {
    ...{ company: "Growth Rocket Partners", website: "growth-rocket.example", country: "US", person: "Sam Carter" },
    ...{ email: "sam@growth-rocket.example", language: "en", days: 1, state: "suspected" },
    answers: ["All industries worldwide.", "We bring 10,000 leads a month. See https://a.example https://b.example"],
    suspicions: ["trap", "quick"],
  },
  {
    ...{ company: "Rheinwerk IT Services", website: "rheinwerk-it.example", country: "DE", person: "Jan Petersen" },
    ...{ email: "jan.petersen@rheinwerk-it.example", language: "de", days: 2, state: "suspected" },
    answers: ["Einzelhandel am Niederrhein, 40 Kunden.", "Ich selbst und zwei Kolleginnen."],
    suspicions: ["trap"],
  },
]

type Ground = Readonly<{ profileId: Id; ownerId: Id; today: PlainDate }>

/** A form that is open, and who applied by it: two who are candidates now, and two that are held back, one of them honest. */
export const tellApplications = async (tx: WorkspaceTx, { profileId, ownerId, today }: Ground): Promise<void> => {
  const at = (days: number) => startOfDayIn(tx.actor.timeZone, addDays(today, -days))
  const questions = ["customers", "people"].map((key) => ({ key, isRequired: true }))
  const title = words[0]?.title ?? ""
  const address = addressOfForm(title, unguessable(16))
  const made = { id: newId(), address, profileId, ownerId, words, questions, takesFiles: true, isOpen: true }
  const form = await store.insertForm(tx, made)
  const about = { subjectId: form.id, payload: { name: title }, occurredAt: at(30) }
  await tx.record(formWritten, about)
  await tx.record(formOpened, about)
  for (const { days, answers, state, asked, suspicions = [], registrationNumber = null, ...said } of told) {
    const receivedAt = at(days)
    const applied = { ...said, registrationNumber }
    const candidateId = state === "suspected" ? null : await candidateOf(tx, form, applied)
    if (candidateId !== null)
      await store.candidates.save(tx, candidateId, { movedAt: receivedAt, createdAt: receivedAt })
    const id = newId()
    const inWords = words.find(({ language }) => language === said.language)
    await store.insertApplication(tx, {
      ...{ ...applied, id, formId: form.id, pageKey: id, digest: id, state, suspicions: [...suspicions] },
      ...{ candidateId, receivedAt },
      answers: answers.map((answer, place) => ({ question: inWords?.questions[place] ?? "", answer })),
      additions: asked === undefined ? [] : [{ asked, askedAt: at(days - 2), words: null, at: null }],
    })
    const payload = { name: said.company, form: title, suspicions: [...suspicions] }
    await tx.record(applicationReceived, { subjectId: id, payload, occurredAt: receivedAt })
  }
}
