import { create } from 'qrcode/lib/core/qrcode.js'
import { qrPath } from './qr-path.ts'

/** Empty squares around a code, or readers do not find it (ISO 18004 asks for four). */
const quiet = 4

/** A QR code as a drawing, sharp at any size and on paper; what it holds is said for those who cannot see it. */
export function QrCode({ text, className }: { readonly text: string; readonly className?: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const whole = size + 2 * quiet
  return (
    <svg
      className={className}
      viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={`Mã QR: ${text}`}
    >
      <rect x={-quiet} y={-quiet} width={whole} height={whole} fill="#fff" />
      <path d={qrPath(size, data)} fill="#000" />
    </svg>
  )
}
