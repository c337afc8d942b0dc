import { encode } from 'uqr';

/** Black on white in both themes: that is what cameras read. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width="200"
      height="200"
      style={{ alignSelf: 'center', background: '#fff' }}
    >
      <path d={dots} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
