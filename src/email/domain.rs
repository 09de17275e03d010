//! Domains with other letters than ASCII, as mail carries them: `müller.example` is
//! `xn--mller-kva.example`.

use unicode_normalization::UnicodeNormalization;

use super::mailbox::is_hidden;

/// How long a part of a domain may be, and the whole (RFC 1035, section 2.3.4).
const LONGEST: (usize, usize) = (63, 253);

/// A domain in ASCII, in lower case where it was not ASCII; `None` where there is no such domain.
///
/// A label that has other letters is folded to lower case and composed (NFKC), then encoded by
/// Punycode, as registries do it for the names that they hand out. The tables of IDNA 2008 that say
/// which letters may stand together are left out: a name that they forbid was never registered, so
/// nobody's address is in it.
pub fn to_ascii(domain: &str) -> Option<String> {
    // The full stops of other scripts part labels as well (RFC 3490, section 3.1).
    let labels = domain.split(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}']);
    let labels: Option<Vec<String>> = labels.map(label).collect();
    let ascii = labels?.join(".");
    (ascii.len() <= LONGEST.1).then_some(ascii)
}

fn label(label: &str) -> Option<String> {
    let ascii = if label.is_ascii() {
        label.to_owned()
    } else {
        let folded: String = label.to_lowercase().nfkc().collect();
        let is_host = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '-';
        if folded
            .chars()
            .any(|c| is_hidden(c) || c.is_whitespace() || !is_host(c))
        {
            return None;
        }
        match folded.is_ascii() {
            true => folded,
            false => format!("xn--{}", punycode(&folded)?),
        }
    };
    let is_host = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let fits = !ascii.is_empty() && ascii.len() <= LONGEST.0 && ascii.chars().all(is_host);
    let ends = ascii.starts_with('-') || ascii.ends_with('-');
    (fits && !ends).then_some(ascii)
}

/// Punycode of a label (RFC 3492, section 6.3, with its names).
fn punycode(label: &str) -> Option<String> {
    let mut output: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(output.len()).ok()?;
    if basic > 0 {
        output.push('-');
    }
    let total = u32::try_from(label.chars().count()).ok()?;
    let (mut n, mut delta, mut bias, mut handled) = (0x80_u32, 0_u32, 72_u32, basic);
    while handled < total {
        let next = label.chars().map(u32::from).filter(|c| *c >= n).min()?;
        let steps = (next - n).checked_mul(handled + 1)?;
        delta = delta.checked_add(steps)?;
        n = next;
        for c in label.chars().map(u32::from) {
            if c < n {
                delta = delta.checked_add(1)?;
            }
            if c == n {
                number(delta, bias, &mut output);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        n += 1;
    }
    Some(output)
}

/// Writes a number of variable length: digits are `a` to `z` and `0` to `9`.
fn number(value: u32, bias: u32, output: &mut String) {
    let mut rest = value;
    for k in (36_u32..).step_by(36) {
        let threshold = k.saturating_sub(bias).clamp(1, 26);
        if rest < threshold {
            break;
        }
        output.push(digit(threshold + (rest - threshold) % (36 - threshold)));
        rest = (rest - threshold) / (36 - threshold);
    }
    output.push(digit(rest));
}

fn digit(value: u32) -> char {
    char::from_digit((value + 10) % 36, 36).unwrap_or('a')
}

fn adapt(delta: u32, handled: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / handled;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_as_registries_have_them() {
        for (typed, ascii) in [
            ("northwind.example", "northwind.example"),
            ("Northwind.Example", "Northwind.Example"),
            ("müller.example", "xn--mller-kva.example"),
            ("MÜLLER.example", "xn--mller-kva.example"),
            ("mu\u{308}ller.example", "xn--mller-kva.example"),
            ("bücher.example", "xn--bcher-kva.example"),
            ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
            ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
            ("faß.example", "xn--fa-hia.example"),
            ("ａｃｍｅ.example", "acme.example"),
        ] {
            assert_eq!(to_ascii(typed).as_deref(), Some(ascii), "{typed}");
        }
    }

    #[test]
    fn what_is_no_domain_is_none() {
        for typed in [
            "",
            "a..b",
            "-a.example",
            "a_b.example",
            "a b.example",
            "ü b.example",
            "a\u{202e}b.example",
        ] {
            assert_eq!(to_ascii(typed), None, "{typed}");
        }
        assert_eq!(to_ascii(&"ü".repeat(70)), None);
        assert_eq!(to_ascii(&format!("{}.example", "a".repeat(64))), None);
    }
}
