/** Rows as high as offers, so that nothing moves when the offers arrive. */
export function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      {[0, 1, 2, 3, 4].map((row) => (
        <div key={row} class="offer">
          <div class="offer-photo">
            <span class="thumbnail" />
          </div>
          <div class="skeleton-text">
            <i style={{ width: '85%' }} />
            <i style={{ width: '60%' }} />
            <i style={{ width: '45%' }} />
          </div>
          <div class="skeleton-text price-column">
            <i style={{ width: '64px' }} />
            <i style={{ width: '44px' }} />
          </div>
        </div>
      ))}
    </div>
  )
}
