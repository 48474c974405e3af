import { createHash, verify, X509Certificate } from "node:crypto"
import { setImmediate } from "node:timers/promises"
import { OctetString, Sequence } from "asn1js"
import { type Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from "pkijs"
import { oids } from "./cms.ts"
import { derOf } from "./der.ts"
import { type Place, placesOf } from "./places.ts"

/** What a signature of a PDF is found to be. */
export type ReadSeal = Readonly<{
  /** The certificate that it was made with, as it lies in the file (DER); undefined where nothing was signed with it, or it cannot be read. */
  certificate: Uint8Array | undefined
  /** The bytes that it covers are those that were signed. */
  isIntact: boolean
  /** It covers the file up to its end: nothing was added after it. */
  coversAll: boolean
}>

/**
 * The signatures of a file, in the order in which they were made. Says nothing about who may have such a certificate: that is for whoever
 * knows theirs. Bounded on hostile files; what cannot be read is a signature of nobody.
 */
export const readSeals = async (pdf: Uint8Array): Promise<readonly ReadSeal[]> => {
  const read: ReadSeal[] = []
  for (const place of placesOf(pdf)) {
    // Each is one run over the file: others are served in between.
    await setImmediate()
    read.push({ coversAll: place.until === pdf.length, ...readPlace(pdf, place) })
  }
  return read
}

const nobodys = { certificate: undefined, isIntact: false }

const readPlace = (pdf: Uint8Array, { start, end, until, signature }: Place) => {
  const read = signedBy(signature)
  if (!read) return nobodys
  const digest = createHash("sha256").update(pdf.subarray(0, start)).update(pdf.subarray(end, until)).digest()
  return { certificate: read.certificate.raw, isIntact: digest.equals(read.digest) }
}

/** The digest that was signed, and the certificate of the key that signed it; undefined where the signature is none. */
const signedBy = (bytes: Uint8Array): { certificate: X509Certificate; digest: Buffer } | undefined => {
  try {
    const der = derOf(bytes)
    // What is left of its room is zeros: nobody else's word stands there.
    if (!der || bytes.subarray(der.length).some((byte) => byte !== 0)) return undefined
    const content = ContentInfo.fromBER(Uint8Array.from(der))
    const signedData = new SignedData({ schema: content.content })
    const [signer] = signedData.signerInfos
    if (signer === undefined || signedData.signerInfos.length > 1) return undefined
    const certificate = certificateOf(signedData, signer)
    const attributes = signer.signedAttrs
    if (!certificate || attributes === undefined) return undefined
    const [digest, meant] = [attributeOf(signer, oids.messageDigest), attributeOf(signer, oids.signingCertificateV2)]
    if (!(digest instanceof OctetString) || !isMeant(meant, certificate)) return undefined
    const signed = Buffer.from(attributes.encodedValue)
    const isSigned = verify("sha256", signed, certificate.publicKey, octetsOf(signer.signature))
    return isSigned ? { certificate, digest: octetsOf(digest) } : undefined
  } catch {
    // Whatever is wrong with it: nobody signed with it.
    return undefined
  }
}

const octetsOf = (octets: OctetString): Buffer => Buffer.from(octets.valueBlock.valueHexView)

const certificateOf = ({ certificates = [] }: SignedData, { sid }: SignerInfo): X509Certificate | undefined => {
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined
  const found = (certificates as readonly unknown[]).find(
    (each): each is Certificate =>
      typeof each === "object" &&
      each !== null &&
      "serialNumber" in each &&
      (each as Certificate).serialNumber.isEqual(sid.serialNumber) &&
      (each as Certificate).issuer.isEqual(sid.issuer),
  )
  return found && new X509Certificate(Buffer.from(found.toSchema().toBER()))
}

const attributeOf = ({ signedAttrs }: SignerInfo, type: string): unknown => {
  const found = (signedAttrs?.attributes ?? []).filter((each) => each.type === type)
  return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined
}

/** Whether the signer meant just this certificate, by its SHA-256 (RFC 5035). */
const isMeant = (meant: unknown, certificate: X509Certificate): boolean => {
  let inner = meant
  for (let depth = 0; depth < 3; depth++) inner = inner instanceof Sequence ? inner.valueBlock.value[0] : undefined
  return inner instanceof OctetString && createHash("sha256").update(certificate.raw).digest().equals(octetsOf(inner))
}
