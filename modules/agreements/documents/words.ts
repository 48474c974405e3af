import type { ContractWords } from "#platform/documents/contract/contract"
import type { Say } from "#platform/texts"

/** What stands beside the words of an agreement, in the reader's language. */
export const contractWords = (say: Say): ContractWords => {
  const word = (key: string) => say(`documents:agreement.${key}`)
  return {
    page: say("documents:page"),
    missingSigns: word("missingSigns"),
    between: word("between"),
    particulars: word("particulars"),
    signatures: word("signatures"),
    placeAndDay: word("placeAndDay"),
    nameAndFunction: word("nameAndFunction"),
    signature: word("signature"),
    annex: word("annex"),
    certificate: {
      title: word("certificate.title"),
      sentence: word("certificate.sentence"),
      onBehalfOf: word("certificate.onBehalfOf"),
      method: word("certificate.method"),
      time: word("certificate.time"),
      address: word("certificate.address"),
      notKnown: word("certificate.notKnown"),
      inPlaceOf: word("certificate.inPlaceOf"),
      inPlaceOfBecause: word("certificate.inPlaceOfBecause"),
      trail: word("certificate.trail"),
      when: word("certificate.when"),
      who: word("certificate.who"),
      what: word("certificate.what"),
      verify: word("certificate.verify"),
      byItself: word("certificate.byItself"),
      markOf: word("certificate.markOf"),
    },
  }
}
