import { Fragment } from 'preact'
import { isChinese } from '../../i18n/index.ts'

/** A text whose Chinese words are marked as such, so that they are read aloud and broken as Chinese. */
export function WithChinese({ text }: { text: string }) {
  if (isChinese()) return <>{text}</>
  return (
    <>
      {text.split(/(\p{Script=Han}+)/u).map((part, at) =>
        at % 2 === 1 ? (
          <bdi key={at} lang="zh">
            {part}
          </bdi>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </>
  )
}
