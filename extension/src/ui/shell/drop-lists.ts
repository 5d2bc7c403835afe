import { sortFiles } from '../../batch/table/sort-files.ts'
import { chosenFiles, handFiles, transferredFiles } from '../batch/transferred-files.ts'
import { currentHash, locationOf, type Navigate } from '../state/route.ts'

/** A spreadsheet, a folder or several pictures that are dropped on any view become a list of products. One picture is searched. */
export function dropLists(navigate: Navigate): void {
  document.addEventListener(
    'drop',
    (event) => {
      const data = event.dataTransfer
      // The views of lists know themselves what to do with files.
      if (!data || locationOf(currentHash()).route === 'batch' || !isList(data)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      handFiles(transferredFiles(data))
      navigate('batch')
    },
    // Before the listener that searches with a picture.
    true,
  )
}

function isList({ items, files }: DataTransfer): boolean {
  const isFolder = [...items].some((item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory)
  const { tables } = sortFiles(chosenFiles(files))
  return isFolder || files.length > 1 || tables.length > 0
}
