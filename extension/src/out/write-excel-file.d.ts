/** What the package has inside and types nowhere: packs at once, where it is called, instead of in a worker. */
declare module '*/write-excel-file/modules/export/writeXlsxFileUniversal.js' {
  type Feature = import('write-excel-file/universal').Feature<Blob>
  type SheetData = import('write-excel-file/universal').SheetData
  type SheetOptions = import('write-excel-file/universal').SheetOptions<Blob>

  export function generateXlsxFileSync(
    data: SheetData,
    sheet: SheetOptions,
    options: { features: Feature[] },
    toBytes: (content: Blob) => Promise<Uint8Array>,
  ): Promise<Blob>
}
