/** `2026-11-24 15:30`, by this browser's clock and time zone. */
export function dayAndTime(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** `find-on-1688-2026-11-24-1530.xlsx`: sorts by time, and no system refuses it. */
export function fileName(extension: 'xlsx' | 'csv' | 'txt' | 'html', date: Date): string {
  return `find-on-1688-${dayAndTime(date).replace(' ', '-').replace(':', '')}.${extension}`
}
