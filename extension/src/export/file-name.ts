/** `2026-11-24 15:30` in this browser's time zone. */
export function dateAndTime(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** `find-on-1688-2026-11-24-1530.xlsx`: sorts by time, and is valid on every system. */
export function fileName(extension: 'xlsx' | 'csv' | 'txt' | 'html', date: Date): string {
  return `find-on-1688-${dateAndTime(date).replace(' ', '-').replace(':', '')}.${extension}`
}

/** `autumn-listing-1688-2026-11-24-1530.xlsx`: named after the file or page that a list came from. */
export function listFileName(list: string, extension: 'xlsx' | 'csv', date: Date): string {
  // What systems do not allow in names, and the ending of the file it came from.
  const name = list
    .replace(/\.(xlsx|xlsm|xls|csv|tsv|txt)$/i, '')
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .trim()
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 80)
  return fileName(extension, date).replace(
    /^find-on-1688/,
    name ? `${name.replace(/\s+/g, '-')}-1688` : 'find-on-1688',
  )
}
