/** The one style sheet of the pages people open without an account. Colours, corners and letters come from the brand's variables. */
export const PAGE_STYLE = `:root{color-scheme:light dark}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 var(--font)}
main{max-width:36rem;margin:0 auto;padding:1.25rem 1rem 3rem}
.shop{display:flex;align-items:center;gap:.75rem;margin:0 0 1.75rem;font-weight:600;overflow-wrap:anywhere}
.shop img{height:2.5rem;width:auto;max-width:9rem;object-fit:contain;border-radius:calc(var(--radius)/2)}
.mark{flex:none;display:grid;place-items:center;width:2.5rem;height:2.5rem;border-radius:calc(var(--radius)*.75);background:var(--accent);color:var(--on-accent);font-size:1.2rem}
h1{font-size:clamp(1.6rem,6.4vw,2.15rem);line-height:1.18;letter-spacing:-.012em;margin:0 0 1rem;overflow-wrap:anywhere;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:0 0 .75rem;overflow-wrap:anywhere}
h3{font-size:1.0625rem;margin:1.25rem 0 .25rem}
p{margin:0 0 .85rem;overflow-wrap:anywhere}
section{margin:2.25rem 0 0}
.lead{font-size:1.1875rem;line-height:1.45;margin:0 0 1.25rem}
.quiet{color:var(--quiet);font-size:.9375rem}
blockquote{margin:0 0 1.25rem;padding:.15rem 0 .15rem 1rem;border-left:3px solid var(--accent);overflow-wrap:anywhere}
blockquote p{margin:0 0 .25rem;font-size:1.125rem}
blockquote footer{color:var(--quiet);font-size:.9375rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:var(--radius);padding:1.15rem}
.offer{margin:0 0 1.25rem}
.offer .lead{font-weight:600;margin:0 0 .6rem}
.offer>:last-child{margin-bottom:0}
.gains{list-style:none;margin:0 0 1.25rem;padding:0;display:grid;gap:.6rem}
.gains li{background:var(--ground);border:1px solid var(--line);border-radius:var(--radius);padding:.9rem 1.1rem}
.gains b{display:block;font-size:1.0625rem;overflow-wrap:anywhere}
.gains span{display:block;color:var(--quiet);font-size:.9375rem;overflow-wrap:anywhere}
label,.label{display:block;font-size:.9375rem;color:var(--quiet);margin:0 0 .35rem}
.code{display:flex;gap:.5rem}
.codetext{flex:1;min-width:0;overflow-wrap:anywhere;user-select:all;-webkit-user-select:all;font:600 1.3rem/1.2 ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace;letter-spacing:.06em;text-align:center;color:var(--ink);background:var(--ground);border:1px dashed var(--quiet);border-radius:calc(var(--radius)*.7);padding:.8rem .5rem}
.button{display:block;width:100%;text-align:center;font:600 1.0625rem/1.25 var(--font);color:var(--on-accent);background:var(--accent);border:1px solid var(--accent);border-radius:calc(var(--radius)*.85);padding:.95rem 1.25rem;text-decoration:none;cursor:pointer;overflow-wrap:anywhere}
.button:hover{filter:brightness(1.06)}
.plain{width:auto;color:var(--accent);background:transparent;padding:.6rem .9rem}
.go{margin:0 0 1rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
ol.steps{list-style:none;counter-reset:step;margin:0;padding:0;display:grid;gap:1.1rem}
ol.steps li{counter-increment:step;position:relative;padding-left:3rem}
ol.steps li::before{content:counter(step);position:absolute;left:0;top:.05rem;width:2.1rem;height:2.1rem;border-radius:50%;display:grid;place-items:center;font-weight:700;background:var(--card);border:1px solid var(--line);color:var(--accent)}
ol.steps b{display:block}
ol.steps span{color:var(--quiet);overflow-wrap:anywhere}
.story img{display:block;width:100%;height:auto;max-height:20rem;object-fit:cover;border-radius:var(--radius);margin:0 0 1rem}
form{margin:0}
.field input{width:100%;font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--quiet);border-radius:calc(var(--radius)*.7);padding:.8rem .9rem}
.field input[aria-invalid=true]{border:2px solid var(--accent)}
.check{display:grid;grid-template-columns:1.5rem 1fr;gap:.75rem;align-items:start;margin:1rem 0;color:var(--ink);font-size:.9375rem;line-height:1.45;cursor:pointer}
.check input{width:1.35rem;height:1.35rem;margin:.05rem 0 0;accent-color:var(--accent)}
.check span{overflow-wrap:anywhere}
.wrong{border:2px solid var(--accent);border-radius:calc(var(--radius)*.7);padding:.75rem 1rem;margin:0 0 1rem;font-weight:600}
.who{font-size:.9375rem;color:var(--quiet)}
a{color:var(--accent);text-underline-offset:.18em}
details{border:1px solid var(--line);border-radius:var(--radius);padding:0 1.1rem;margin:.75rem 0 0}
summary{cursor:pointer;font-weight:600;padding:.95rem 0}
details[open]{padding-bottom:.75rem}
details p{font-size:.9375rem}
.notes{list-style:none;margin:0;padding:0;display:grid;gap:.6rem;color:var(--quiet);font-size:.9375rem}
.ad{color:var(--quiet);font-size:.875rem;margin:1.5rem 0 0;overflow-wrap:anywhere}
@media(min-width:40rem){main{padding-top:3rem}.code .plain{padding-inline:1.25rem}}
@media(prefers-contrast:more){.card,.gains li,details{border-color:var(--ink)}}
@media(prefers-reduced-motion:no-preference){.button{transition:filter .15s}}`;
