/** 畺, the field boundaries in 疆: three lines and two fields, as a seal. */
export function BrandMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--brand)" />
      <g fill="none" stroke="#fffaf2" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6.5 6.5h19M6.5 16h19M6.5 25.5h19" />
        <path d="M10 9.4h12v3.4H10zM10 19.2h12v3.4H10zM16 9.4v3.4M16 19.2v3.4" strokeWidth="1.7" />
      </g>
    </svg>
  )
}
