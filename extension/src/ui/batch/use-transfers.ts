import { useEffect } from 'preact/hooks'
import type { NamedFile } from '../../batch/pictures/read-files.ts'
import { transferredFiles } from './transferred-files.ts'

interface Transfers {
  onFiles(files: NamedFile[]): void
  /** Text that was pasted outside a field. */
  onText?(text: string): void
}

/**
 * Files that are dropped anywhere in the window, and what is pasted outside a field. Comes before the app's own listeners, which
 * would search with a single picture.
 */
export function useTransfers({ onFiles, onText }: Transfers): void {
  useEffect(() => {
    const takeOver = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const drop = (event: DragEvent) => {
      takeOver(event)
      if (event.type === 'drop' && event.dataTransfer) transferredFiles(event.dataTransfer).then(onFiles)
    }
    const paste = (event: ClipboardEvent) => {
      const { clipboardData: data, target } = event
      if (!data || (target as Element | null)?.closest?.('input, textarea')) return
      takeOver(event)
      if (data.files.length > 0) transferredFiles(data).then(onFiles)
      else onText?.(data.getData('text/plain'))
    }
    document.addEventListener('dragover', drop, true)
    document.addEventListener('drop', drop, true)
    document.addEventListener('paste', paste, true)
    return () => {
      document.removeEventListener('dragover', drop, true)
      document.removeEventListener('drop', drop, true)
      document.removeEventListener('paste', paste, true)
    }
  }, [onFiles, onText])
}
