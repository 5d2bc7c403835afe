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
