/** An offer's photo, small. Its box is there from the start, and the photo fades in. */
export function Thumbnail({ url }: { url: string | null }) {
  return (
    <span class="thumbnail">
      {url && (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onLoad={({ currentTarget }) => currentTarget.classList.add('loaded')}
        />
      )}
    </span>
  )
}
