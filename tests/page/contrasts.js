// Texts that stand out too little from their ground; called with the ratios wanted of small and of large letters.
const channels = (colour) => { const found = colour.match(/[\d.]+/g); if (!found) throw new Error(`colour: ${colour}`); return found.map(Number); };
const over = (front, back) => { const a = front[3] ?? 1; return [0, 1, 2].map((at) => front[at] * a + back[at] * (1 - a)); };
const light = (colour) => { const [r, g, b] = colour.map((one) => { const part = one / 255; return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ground = (element) => { const layers = []; for (let one = element; one; one = one.parentElement) layers.push(channels(getComputedStyle(one).backgroundColor)); return layers.reverse().reduce((back, front) => over(front, back), [255, 255, 255]); };
const found = [];
const check = (element, colour, back, size, weight, text) => {
  const [one, other] = [light(over(channels(colour), back)), light(back)].sort((a, b) => b - a);
  const ratio = (one + 0.05) / (other + 0.05);
  const wanted = size >= 24 || (size >= 18.66 && weight >= 700) ? arguments[1] : arguments[0];
  if (ratio < wanted) found.push(`${element.tagName}.${element.className?.baseVal ?? element.className} ${ratio.toFixed(2)} ${text.slice(0, 30)}`);
};
for (const element of document.querySelectorAll('body *')) {
  if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION'].includes(element.tagName) || !element.checkVisibility() || element.closest('.unseen')) continue;
  const own = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).map((node) => node.data).join(' ');
  const style = getComputedStyle(element);
  if (own && !element.closest('svg')) check(element, style.color, ground(element), parseFloat(style.fontSize), Number(style.fontWeight), own);
  if (own && element.tagName === 'text') check(element, style.fill, ground(element.closest('figure, section, aside, main')), parseFloat(style.fontSize), Number(style.fontWeight), own);
  const after = getComputedStyle(element, '::after');
  if (after.content.startsWith('"')) check(element, after.color, over(channels(after.backgroundColor), ground(element)), 10, 600, after.content);
}
return found;
