import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** The earliest time that a zip file can have, so that the same content gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1)

/** A zip file that is written piece by piece, on the thread that it is called on. */
export class ZipFile {
  readonly #chunks: Uint8Array<ArrayBuffer>[] = []
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error
    this.#chunks.push(chunk as Uint8Array<ArrayBuffer>)
  })

  add(name: string, text: string): void {
    const file = this.open(name)
    file.push(text)
    file.end()
  }

  /** A file that grows; the next one is added after its end. */
  open(name: string): { push(text: string): void; end(): void } {
    const file = Object.assign(new ZipDeflate(name), { mtime: NO_TIME })
    this.#zip.add(file)
    return { push: (text) => file.push(strToU8(text)), end: () => file.push(new Uint8Array(0), true) }
  }

  /** For what is compressed already. */
  addStored(name: string, bytes: Uint8Array<ArrayBuffer>): void {
    const file = Object.assign(new ZipPassThrough(name), { mtime: NO_TIME })
    this.#zip.add(file)
    file.push(bytes, true)
  }

  end(): Uint8Array<ArrayBuffer>[] {
    this.#zip.end()
    return this.#chunks
  }
}
