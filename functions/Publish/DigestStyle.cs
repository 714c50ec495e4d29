namespace Intake.Publish;

/// <summary>The style of the HTML digest: one file, nothing fetched, readable on paper and in the dark.</summary>
internal static class DigestStyle
{
    public const string Css =
        """
        :root { color-scheme: light dark; --ink: #1b1f24; --soft: #4a5562; --line: #c9d1d9; --paper: #fff; --wash: #f3f6f9; --mark: #0b5394; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #aab4c0; --line: #3d4752; --paper: #14181d; --wash: #1e242b; --mark: #8ab8f0; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.25rem 4rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
        h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
        h1 { font-size: 1.9rem; margin: .5rem 0; }
        h2 { font-size: 1.4rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--line); }
        h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; color: var(--soft); }
        a { color: var(--mark); }
        a:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
        .skip { position: absolute; inset-inline-start: -999rem; }
        .skip:focus { inset-inline-start: 1rem; background: var(--paper); padding: .5rem 1rem; }
        .note { border-inline-start: .3rem solid var(--mark); background: var(--wash); padding: .6rem 1rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
        dt { color: var(--soft); } dd { margin: 0; }
        nav ol { columns: 16rem; padding-inline-start: 1.25rem; }
        .tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 2rem; align-items: start; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.25rem; font-size: .92rem; }
        caption { text-align: start; font-weight: 600; padding-bottom: .3rem; }
        th, td { text-align: start; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; }
        thead th { font-weight: 600; background: var(--wash); }
        .n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .phrases { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem .5rem; }
        .phrases li { background: var(--wash); border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .7rem; }
        .phrases small, figcaption { color: var(--soft); }
        figure { margin: .75rem 0 1rem; }
        blockquote { margin: 0; padding: .1rem 1rem; border-inline-start: .25rem solid var(--line); }
        figcaption { padding: .2rem 1.25rem; font-size: .9rem; }
        .status { display: inline-block; border: 1px solid currentColor; border-radius: .3rem; padding: 0 .5rem; font-size: .85rem; font-weight: 600; }
        .ledger { font-size: .85rem; }
        @media print {
          @page { margin: 18mm 15mm; }
          :root { --ink: #000; --soft: #333; --line: #999; --paper: #fff; --wash: #fff; --mark: #000; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          .skip, nav { display: none; }
          h2, h3, h4 { break-after: avoid; } figure, tr { break-inside: avoid; } thead { display: table-header-group; }
          .ledger { font-size: 7.5pt; } .wide { overflow: visible; }
        }
        """;
}
