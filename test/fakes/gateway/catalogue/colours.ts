export const COLOURS = {
  red: ['红色', 'red'],
  orange: ['橙色', 'orange'],
  yellow: ['黄色', 'yellow'],
  green: ['绿色', 'green'],
  cyan: ['青色', 'cyan'],
  blue: ['蓝色', 'blue'],
  purple: ['紫色', 'purple'],
  pink: ['粉色', 'pink'],
  brown: ['棕色', 'brown'],
  black: ['黑色', 'black'],
  grey: ['灰色', 'grey'],
  white: ['白色', 'white'],
  mixed: ['彩色', 'multicolour'],
} as const satisfies Record<string, readonly [chinese: string, english: string]>

export type ColourName = keyof typeof COLOURS
