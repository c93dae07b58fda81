namespace FuseDeskFlows.Reports.Rendering;

/// <summary>The look of the pages: one column, the reader's own fonts, dark or light as the reader prefers, plain on paper.</summary>
internal static class HtmlStyle
{
    /// <summary>
    /// The style sheet. Its line ends are what a browser makes of them, or the policy that names its hash would forbid it.
    /// </summary>
    public static string Sheet { get; } = """

        :root { --ink: #1d2430; --soft: #5a6475; --line: #dfe3ea; --paper: #ffffff; --ground: #f4f5f8; --accent: #2455c3; --warn: #9a4a00; --warn-ground: #fff4e5; --step-ground: #eaf0ff; --critical: #c62f3b; --warning: #d98a00; --notice: #4a7ddb; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e9f0; --soft: #9aa5b8; --line: #323a49; --paper: #1a1f29; --ground: #11151c; --accent: #8fb0ff; --warn: #ffbf7a; --warn-ground: #33240f; --step-ground: #1c2744; --critical: #ff7b82; --warning: #ffbf5e; --notice: #8fb0ff; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        main { max-width: 46rem; margin: 2.5rem auto; padding: 2.5rem 3rem; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; overflow-wrap: anywhere; }
        .eyebrow { margin: 0; color: var(--accent); font-size: .8rem; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; }
        h1 { margin: .25rem 0 .5rem; font-size: 1.75rem; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
        h2 { margin: 2.25rem 0 .6rem; font-size: 1.05rem; line-height: 1.3; }
        p { margin: 0 0 .75rem; }
        h1, h2, p, li, dd, td, blockquote { unicode-bidi: plaintext; }
        .soft { color: var(--soft); font-size: .9rem; }
        .facts { display: grid; grid-template-columns: 9rem 1fr; gap: .6rem 1.25rem; margin: 0; }
        .facts dt { color: var(--soft); }
        .facts dd { margin: 0; }
        .step { margin: 1.75rem 0 0; padding: .9rem 1.15rem; background: var(--step-ground); border-left: 4px solid var(--accent); border-radius: .35rem; }
        .step strong { display: block; font-size: .85rem; color: var(--accent); }
        blockquote { margin: 0 0 .5rem; padding: .2rem 0 .2rem 1.15rem; border-left: 4px solid var(--line); font-size: 1.1rem; }
        sup { color: var(--soft); font-size: .7rem; padding-left: .15rem; }
        ol, ul { margin: 0; padding: 0; list-style: none; }
        li { padding: .65rem 0; border-top: 1px solid var(--line); }
        li .soft { display: block; }
        .summary { margin-bottom: .75rem; }
        .summary li { padding: .3rem 0; border: 0; }
        .problems li { margin-top: .5rem; padding: .65rem 1rem; border: 0; border-radius: .35rem; background: var(--warn-ground); }
        .problems strong { color: var(--warn); }
        .chat { margin-top: 1.75rem; padding-top: .25rem; border-top: 1px solid var(--line); }
        .chat h2 { margin: 1rem 0 .1rem; font-size: 1.2rem; }
        .badge { display: inline-block; padding: .05rem .55rem; border: 1px solid currentColor; border-radius: 1rem; font-size: .72rem; font-weight: 600; vertical-align: .15rem; }
        .badge.critical { color: var(--critical); } .badge.warning { color: var(--warn); } .badge.notice { color: var(--accent); }
        .wait { display: grid; grid-template-columns: 1fr 10rem; align-items: center; gap: 1rem; margin: .6rem 0 .9rem; }
        .bar { width: 100%; height: .7rem; border-radius: .35rem; }
        .bar .track { fill: var(--line); } .bar .critical { fill: var(--critical); } .bar .warning { fill: var(--warning); } .bar .notice { fill: var(--notice); }
        .messages { margin-top: .9rem; }
        .messages li { margin: 0 0 .4rem; padding: .45rem .9rem; border: 0; border-radius: .5rem; background: var(--ground); }
        .messages .out { margin-left: 2rem; background: var(--step-ground); }
        .timeline { display: block; width: 100%; height: auto; margin: .5rem 0 1rem; }
        .timeline text { fill: var(--soft); font-size: 22px; } .timeline line { stroke: var(--line); stroke-width: 2; }
        .timeline circle { stroke: var(--paper); stroke-width: 1.5; fill-opacity: .85; } .timeline .end { text-anchor: end; }
        .inbound { fill: var(--warning); } .outbound { fill: var(--notice); } .internal, .unknown { fill: var(--soft); }
        .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; } .legend svg { width: .8rem; height: .8rem; margin-right: .35rem; }
        table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .45rem .6rem; border-top: 1px solid var(--line); text-align: right; }
        th { border: 0; color: var(--soft); font-size: .85rem; font-weight: 400; }
        th:first-child, td:first-child { padding-left: 0; text-align: left; }
        code { font: .9em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
        progress { width: 100%; accent-color: var(--accent); }
        footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
        @media (max-width: 40rem) { main { margin: 0; padding: 1.5rem 1.25rem; border: 0; border-radius: 0; } .facts { grid-template-columns: 1fr; gap: .1rem; } .facts dd { margin-bottom: .7rem; } }
        @media print {
          :root { --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --ground: #fff; --accent: #000; --warn: #000; --warn-ground: #fff; --step-ground: #fff; --critical: #000; --warning: #666; --notice: #aaa; }
          @page { margin: 2cm; }
          main { max-width: none; margin: 0; padding: 0; border: 0; }
          li, blockquote, .step, .chat h2, .wait, tr { break-inside: avoid; }
          .bar, .messages li { print-color-adjust: exact; }
          h2 { break-after: avoid; }
        }

        """.ReplaceLineEndings("\n");
}
