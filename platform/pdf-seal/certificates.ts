import { createHash, randomBytes, type webcrypto, X509Certificate } from "node:crypto"
import { Integer, OctetString, Utf8String } from "asn1js"
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  type RelativeDistinguishedNames,
  Time,
} from "pkijs"
import type { Instant } from "#core/time"
import { commonNameOf, writtenName } from "./commonName.ts"

const { subtle } = globalThis.crypto
const curve = { name: "ECDSA", namedCurve: "P-256" } as const

/** A certificate and the key that belongs to it, as they are kept: DER, the key as PKCS #8. */
export type Issued = Readonly<{ certificate: Uint8Array; key: Uint8Array }>

const oids = {
  commonName: "2.5.4.3",
  /** Of any length, where the common name has 64 characters. */
  name: "2.5.4.41",
  basicConstraints: "2.5.29.19",
  keyUsage: "2.5.29.15",
  subjectKeyIdentifier: "2.5.29.14",
  authorityKeyIdentifier: "2.5.29.35",
}
/** Bits of the use of a key (RFC 5280), from the first on. */
const uses = { sign: 0b1000_0000, nonRepudiation: 0b0100_0000, signCertificates: 0b0000_0100, signLists: 0b0000_0010 }

type Wanted = Readonly<{ name: string; from: Instant; until: Instant }>

const newKeys = () => subtle.generateKey(curve, true, ["sign", "verify"])

const name = (into: RelativeDistinguishedNames, whole: string): void => {
  const add = (type: string, value: string) =>
    into.typesAndValues.push(new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }))
  const short = commonNameOf(whole)
  add(oids.commonName, short)
  if (short !== writtenName(whole)) add(oids.name, writtenName(whole))
}

const extension = (extnID: string, critical: boolean, value: ArrayBuffer) =>
  new Extension({ extnID, critical, extnValue: value })

/** The two bytes of a BIT STRING: how many of the last bits are unused, and the bits. */
const keyUsage = (bits: number) => {
  let unused = 0
  while (((bits >> unused) & 1) === 0) unused++
  return Uint8Array.from([3, 2, unused, bits]).buffer
}

/** Certificates know whole seconds, and write years from 2050 on in another way (RFC 5280). */
const timeOf = (at: Instant): Time => {
  const value = new Date(Math.floor(Date.parse(at) / 1_000) * 1_000)
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value })
}

const draft = async ({ name: whole, from, until }: Wanted, publicKey: webcrypto.CryptoKey): Promise<Certificate> => {
  const certificate = new Certificate()
  certificate.version = 2
  // 126 bits that nobody can guess, positive and of one length.
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  certificate.serialNumber = new Integer({ valueHex: Uint8Array.from(serial).buffer })
  name(certificate.subject, whole)
  certificate.notBefore = timeOf(from)
  certificate.notAfter = timeOf(until)
  await certificate.subjectPublicKeyInfo.importKey(publicKey)
  return certificate
}

const idOf = (certificate: Certificate): ArrayBuffer =>
  Uint8Array.from(
    createHash("sha1").update(certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView).digest(),
  ).buffer

const issued = async (certificate: Certificate, key: webcrypto.CryptoKey): Promise<Issued> => ({
  certificate: new Uint8Array(certificate.toSchema(true).toBER()),
  key: new Uint8Array(await subtle.exportKey("pkcs8", key)),
})

/** An authority of our own, which nobody knows but who takes its certificate from us. */
export const makeAuthority = async (wanted: Wanted): Promise<Issued> => {
  const { privateKey, publicKey } = await newKeys()
  const certificate = await draft(wanted, publicKey)
  name(certificate.issuer, wanted.name)
  certificate.extensions = [
    extension(oids.basicConstraints, true, new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema().toBER()),
    extension(oids.keyUsage, true, keyUsage(uses.signCertificates | uses.signLists)),
    extension(oids.subjectKeyIdentifier, false, new OctetString({ valueHex: idOf(certificate) }).toBER()),
  ]
  await certificate.sign(privateKey, "SHA-256")
  return issued(certificate, privateKey)
}

/** A certificate to seal documents with, by that authority. */
export const makeCertificate = async (authority: Issued, wanted: Wanted): Promise<Issued> => {
  const issuer = Certificate.fromBER(Uint8Array.from(authority.certificate))
  const { privateKey, publicKey } = await newKeys()
  const certificate = await draft(wanted, publicKey)
  certificate.issuer.typesAndValues.push(...issuer.subject.typesAndValues)
  const issuerId = idOf(issuer)
  certificate.extensions = [
    extension(oids.basicConstraints, true, new BasicConstraints().toSchema().toBER()),
    // No extended use: the one for documents (RFC 9336) is unknown to NSS, which then takes the certificate for unfit.
    extension(oids.keyUsage, true, keyUsage(uses.sign | uses.nonRepudiation)),
    extension(oids.subjectKeyIdentifier, false, new OctetString({ valueHex: idOf(certificate) }).toBER()),
    // SEQUENCE { [0] the authority's key }, 20 bytes of it.
    extension(
      oids.authorityKeyIdentifier,
      false,
      Uint8Array.from([0x30, 22, 0x80, 20, ...new Uint8Array(issuerId)]).buffer,
    ),
  ]
  await certificate.sign(await importKey(authority.key), "SHA-256")
  return issued(certificate, privateKey)
}

/** A kept key, to sign with and never to be had out again. */
export const importKey = (key: Uint8Array): Promise<webcrypto.CryptoKey> =>
  subtle.importKey("pkcs8", Uint8Array.from(key), curve, false, ["sign"])

/** The number that its authority gave it, hexadecimal. */
export const serialOf = (certificate: Uint8Array): string => new X509Certificate(certificate).serialNumber

/** As programs take it in from a file. */
export const pemOf = (certificate: Uint8Array): string => new X509Certificate(certificate).toString()
