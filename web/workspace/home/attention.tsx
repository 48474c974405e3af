import { PromiseActs } from "#acts/PromiseActs"
import { ProposalWords } from "#acts/ProposalWords"
import { type AttentionPlan, attentionPlan } from "#client/attention"
import { endingsNear, noticesNear } from "#contract/agreements"
import { promisesOurs, promisesProposed, promisesTheirs, type WaitingPromise } from "#contract/commitments"
import { registrationsWaiting } from "#contract/deals"
import { ClockMark } from "#marks/ClockMark"
import { partnershipAgreementPath, partnershipWorkPath } from "#paths/partnership"
import { promisePath } from "#paths/promise"
import { EndingWords, NoticeWords, PromiseWords, RegistrationWords } from "./words.tsx"

const promise = (each: WaitingPromise, slug: string, today: string) => ({
  title: each.title,
  partnershipName: each.partnershipName,
  link: { to: promisePath(slug, each.commitmentId, each.dueOn) },
  words: <PromiseWords promise={each} today={today} />,
  end: <PromiseActs promise={each} />,
})

/** What a partnership itself brings; whatever has an area of its own shows its things from there. */
export const plans: readonly AttentionPlan[] = [
  attentionPlan(registrationsWaiting, 8, (each, { slug }) => ({
    title: each.name,
    partnershipName: each.partnershipName,
    link: { to: partnershipWorkPath(slug, each.partnershipId) },
    words: <RegistrationWords registration={each} />,
    end: <ClockMark clock={each.clock} side="host" />,
  })),
  attentionPlan(promisesProposed, 9, (each, { slug, today }) => ({
    ...promise(each, slug, today),
    words: each.proposal === null ? null : <ProposalWords proposal={each.proposal} />,
  })),
  attentionPlan(promisesOurs, 10, (each, { slug, today }) => promise(each, slug, today)),
  attentionPlan(promisesTheirs, 20, (each, { slug, today }) => promise(each, slug, today)),
  attentionPlan(noticesNear, 30, (each, { slug }) => ({
    title: each.title,
    partnershipName: each.partnershipName,
    link: { to: partnershipAgreementPath(slug, each.partnershipId) },
    words: <NoticeWords deadline={each} />,
    end: null,
  })),
  attentionPlan(endingsNear, 31, (each, { slug }) => ({
    title: each.title,
    partnershipName: each.partnershipName,
    link: { to: partnershipAgreementPath(slug, each.partnershipId) },
    words: <EndingWords deadline={each} />,
    end: null,
  })),
]
