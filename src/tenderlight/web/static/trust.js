// Parts of pages come from this desk alone, escaped there. What could run is refused all the same.
"use strict";
if (window.trustedTypes) {
  const runs = /<(script|iframe|object|embed|base|meta|link|form[^>]+action\s*=\s*["']?[a-z]+:)/i;
  trustedTypes.createPolicy("default", {
    createHTML: (text) => { if (runs.test(text)) throw new TypeError("a part of a page would run something"); return text; },
  });
}
