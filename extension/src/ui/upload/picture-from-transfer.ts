export type TransferredPicture = { file: Blob } | { address: string }

/** The picture in what was pasted or dropped: a file before an address, and of a copied page its first picture. */
export function pictureFromTransfer(
  data: Pick<DataTransfer, 'files' | 'getData'>,
): TransferredPicture | undefined {
  const [file] = data.files
  if (file) return { file }
  const html = data.getData('text/html')
  const image =
    html && new DOMParser().parseFromString(html, 'text/html').querySelector('img')?.getAttribute('src')
  const text = data.getData('text/uri-list') || data.getData('text/plain')
  const address = [image, text].map((each) => each?.trim().split('\n')[0]).find(isAddress)
  return address ? { address } : undefined
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^(https?|data):/i.test(text) && URL.canParse(text)
}
