import sharp from 'sharp'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Frame {
  width: number
  height: number
  /** 0xRRGGBB */
  colour(x: number, y: number): number
}

/** Xvfb keeps its screen in a file in xwd's format: a header, a colour table, then rows of blue, green, red, unused. */
export function readFrame(xwd: Buffer): Frame {
  const field = (index: number) => xwd.readUInt32BE(index * 4)
  const [headerBytes, width, height, bytesPerLine, colours] = [
    field(0),
    field(4),
    field(5),
    field(12),
    field(19),
  ]
  const bytesPerColour = 12
  const start = headerBytes + colours * bytesPerColour
  return { width, height, colour: (x, y) => xwd.readUInt32LE(start + y * bytesPerLine + x * 4) & 0xffffff }
}

export async function savePng(frame: Frame, path: string, box?: Box): Promise<void> {
  const left = Math.max(0, Math.round(box?.x ?? 0))
  const top = Math.max(0, Math.round(box?.y ?? 0))
  const width = Math.min(Math.round(box?.width ?? frame.width), frame.width - left)
  const height = Math.min(Math.round(box?.height ?? frame.height), frame.height - top)
  if (width < 1 || height < 1) throw new Error(`Nothing to see: ${width} × ${height} pixels`)
  const rgb = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rgb.writeUIntBE(frame.colour(left + x, top + y), (y * width + x) * 3, 3)
  }
  await sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(path)
}
