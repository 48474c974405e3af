import { createHash, type webcrypto } from "node:crypto"
import { ObjectIdentifier, OctetString, Sequence } from "asn1js"
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs"

export const oids = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
}

/** Who seals: a key, and its certificate with those that vouch for it, the own one first. */
export type Sealer = Readonly<{ key: webcrypto.CryptoKey; chain: readonly Uint8Array[] }>

const digestOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash("sha256").update(bytes).digest())

const octets = (bytes: Uint8Array<ArrayBuffer>) => new OctetString({ valueHex: bytes.buffer })

/** SEQUENCE { SEQUENCE OF ESSCertIDv2 { hash } }: which certificate was meant is signed as well (RFC 5035), by SHA-256, the default. */
const signingCertificate = (certificate: Uint8Array) =>
  new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [octets(digestOf(certificate))] })] })],
  })

/** A detached signature over what has this SHA-256, as PAdES wants it (CAdES baseline B, without a time of its own: the PDF says it). */
export const signedDataOf = async (digest: Uint8Array, { key, chain }: Sealer): Promise<Uint8Array> => {
  const [own] = chain
  if (own === undefined) throw new Error("a seal needs its certificate")
  const certificates = chain.map((each) => Certificate.fromBER(Uint8Array.from(each)))
  const certificate = certificates[0] as Certificate
  const attributes = [
    new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
    new Attribute({ type: oids.messageDigest, values: [octets(Uint8Array.from(digest))] }),
    new Attribute({ type: oids.signingCertificateV2, values: [signingCertificate(own)] }),
  ]
  const signedData = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: sortedAsSet(attributes) }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: oids.sha256 }),
      }),
    ],
    certificates,
  })
  // The digest is there already: what is signed are the attributes.
  await signedData.sign(key, 0, "SHA-256")
  const content = new ContentInfo({ contentType: oids.signedData, content: signedData.toSchema(true) })
  return new Uint8Array(content.toSchema().toBER())
}

/** DER writes a set in the order of its members' bytes. */
const sortedAsSet = (attributes: Attribute[]): Attribute[] =>
  attributes
    .map((attribute) => ({ attribute, bytes: Buffer.from(attribute.toSchema().toBER()) }))
    .sort((one, other) => Buffer.compare(one.bytes, other.bytes))
    .map(({ attribute }) => attribute)
