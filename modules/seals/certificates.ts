import type { Instant } from "#core/time"
import { encryptedAtRest, readAtRest } from "#platform/at-rest"
import {
  type Issued,
  importKey,
  makeAuthority,
  makeCertificate,
  pemOf,
  serialOf,
} from "#platform/pdf-seal/certificates"
import type { Sealer } from "#platform/pdf-seal/cms"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"
import { endOfAuthority, endOfSeal, mayStillSeal, mayStillVouch } from "./rules.ts"
import * as store from "./store.ts"

type Settings = Pick<Platform, "config">

/** What documents are sealed with. */
type OwnSealer = Sealer & Readonly<{ name: string; serial: string; validUntil: Instant }>

/** Who seals here: this installation, by the address that people open. */
const nameOf = ({ config }: Settings): string => `Keelson, ${new URL(config.publicUrl).host}`

const purposeOf = (serial: string): string => `sealing key ${serial}`

/** A kept certificate with its key; undefined where the key was encrypted with another secret. */
const opened = ({ config }: Settings, { serial, der, key }: store.KeptCertificate): Issued | undefined => {
  const read = readAtRest(config.secret, purposeOf(serial), key)
  return read && { certificate: der, key: read }
}

/**
 * The key and certificate to seal with from now on. The first that asks makes them; one that ends within a year is followed by the next,
 * and so is one whose key this server's secret does not open.
 */
export const ownSealer = async (tx: Tx, settings: Settings): Promise<OwnSealer> => {
  const there = await usable(await store.certificates(tx), tx.now, settings)
  if (there) return there
  await store.lockCertificates(tx)
  const meanwhile = await store.certificates(tx)
  return (await usable(meanwhile, tx.now, settings)) ?? (await another(tx, meanwhile, settings))
}

const usable = async (
  all: readonly store.KeptCertificate[],
  now: Instant,
  settings: Settings,
): Promise<OwnSealer | undefined> => {
  for (const each of all) {
    if (each.kind !== "seal" || !mayStillSeal(each.validUntil, now)) continue
    const issuer = all.find(({ serial }) => serial === each.issuer)
    const own = opened(settings, each)
    if (own && issuer) return sealerOf(own, issuer.der, each, settings)
  }
  return undefined
}

const sealerOf = async (
  own: Issued,
  issuer: Uint8Array,
  { serial, validUntil }: Readonly<{ serial: string; validUntil: Instant }>,
  settings: Settings,
): Promise<OwnSealer> => ({
  key: await importKey(own.key),
  chain: [own.certificate, issuer],
  name: nameOf(settings),
  ...{ serial, validUntil },
})

const another = async (tx: Tx, all: readonly store.KeptCertificate[], settings: Settings): Promise<OwnSealer> => {
  const authority = authorityOf(tx, all, settings) ?? (await newAuthority(tx, settings))
  const until = endOfSeal(tx.now)
  const own = await makeCertificate(authority.issued, { name: nameOf(settings), from: tx.now, until })
  const kept = await keep(tx, settings, own, { kind: "seal", issuer: authority.serial, validUntil: until })
  return sealerOf(own, authority.issued.certificate, kept, settings)
}

type Authority = Readonly<{ issued: Issued; serial: string }>

const authorityOf = ({ now }: Tx, all: readonly store.KeptCertificate[], settings: Settings): Authority | undefined => {
  for (const each of all) {
    if (each.kind !== "authority" || !mayStillVouch(each.validUntil, now)) continue
    const issued = opened(settings, each)
    if (issued) return { issued, serial: each.serial }
  }
  return undefined
}

const newAuthority = async (tx: Tx, settings: Settings): Promise<Authority> => {
  const until = endOfAuthority(tx.now)
  const issued = await makeAuthority({ name: `${nameOf(settings)}: authority`, from: tx.now, until })
  const { serial } = await keep(tx, settings, issued, { kind: "authority", issuer: null, validUntil: until })
  return { issued, serial }
}

const keep = async (
  tx: Tx,
  { config }: Settings,
  { certificate, key }: Issued,
  about: Pick<store.KeptCertificate, "kind" | "issuer" | "validUntil">,
) => {
  const serial = serialOf(certificate)
  const encrypted = encryptedAtRest(config.secret, purposeOf(serial), key)
  await store.keepCertificate(tx, { ...about, serial, der: Buffer.from(certificate), key: encrypted })
  return { serial, validUntil: about.validUntil }
}

/** The certificates that this installation ever sealed with, each found by its bytes. */
export const ownCertificates = async (tx: Tx): Promise<(found: Uint8Array) => store.KeptCertificate | undefined> => {
  const own = (await store.certificates(tx)).filter(({ kind }) => kind === "seal")
  return (found) => own.find(({ der }) => der.equals(found))
}

/** The certificates of the authorities there are, the newest first, as files hold them. */
export const authoritiesAsPem = async (tx: Tx): Promise<string> =>
  (await store.certificates(tx))
    .filter(({ kind }) => kind === "authority")
    .map(({ der }) => pemOf(der))
    .join("")
