import type { Checked, Checksums, EvidenceData, Frame, Subtle } from '../evidence.ts'

/** Checks what was signed against the signature, and the rest against the checksums. */
export function check(
  data: EvidenceData,
  frame: Frame,
  checksums: Checksums,
  subtle: Subtle | undefined,
): Promise<Checked>

/** Anybody can make new ones: they tell of accidents, and prove nothing. */
export function checksumsOf(data: EvidenceData, frame: Frame, subtle: Subtle): Promise<Checksums>
