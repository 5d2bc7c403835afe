/** The part of `crypto.subtle` in use, the same in browsers, workers and Node. */
export interface Subtle {
  digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  importKey(
    format: 'jwk',
    key: { kty: string; crv: string; x: string },
    algorithm: { name: string },
    extractable: boolean,
    usages: 'verify'[],
  ): Promise<object>
  verify(
    algorithm: { name: string },
    key: object,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>
}
