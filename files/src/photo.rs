//! Photos: decoded under limits, turned upright, packed anew. EXIF, GPS, serial numbers, previews, XMP, profiles and
//! text are not carried over, and neither is what stands before, between or after the picture.

use std::io::Cursor;

use domain::{
    file::{FileKind, FileProblem},
    limits,
};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageResult, Limits, Rgb, RgbImage,
    codecs::{
        jpeg::{JpegDecoder, JpegEncoder},
        png::{CompressionType, FilterType, PngDecoder, PngEncoder},
        webp::WebPDecoder,
    },
    imageops,
};

use crate::{Clean, Smaller, Sniffed};

/// Longest side of the photo that is kept. Unit: pixels. Small print on a photographed letter can be read.
const KEPT_SIDE_MAX: u32 = 3_000;
/// Longest side of the picture for the public. Unit: pixels. As wide as a page.
const PUBLIC_SIDE_MAX: u32 = 1_280;
/// Longest side of the picture in a list. Unit: pixels. Twice as sharp as it is drawn.
const THUMBNAIL_SIDE_MAX: u32 = 240;
/// Quality of the JPEG that is kept, for the public, and in lists. Unit: of 100.
const KEPT_QUALITY: u8 = 88;
const PUBLIC_QUALITY: u8 = 78;
const THUMBNAIL_QUALITY: u8 = 70;
/// Longest PNG that is kept as one. Unit: bytes. A photo in a PNG is longer, and becomes a JPEG.
const PNG_BYTES_MAX: usize = 3 * 1024 * 1024;
/// Memory that a decoder may take for one photo. Unit: bytes. [`limits::PHOTO_PIXELS_MAX`] points of four bytes, and as
/// much again to work with.
const DECODER_BYTES_MAX: u64 = limits::PHOTO_PIXELS_MAX * 4 * 2;

pub(crate) fn clean(bytes: &[u8], sniffed: Sniffed) -> Result<Clean, FileProblem> {
    let picture = match sniffed {
        Sniffed::Jpeg => decoded(JpegDecoder::new(Cursor::new(bytes))),
        Sniffed::Png => decoded(PngDecoder::with_limits(Cursor::new(bytes), decoder_limits())),
        Sniffed::Webp => decoded(WebPDecoder::new(Cursor::new(bytes))),
        Sniffed::Pdf | Sniffed::Mp4 => Err(FileProblem::Unsupported),
    }?;
    let picture = within(picture, KEPT_SIDE_MAX);
    let png = if sniffed == Sniffed::Png {
        png(&picture).filter(|png| png.len() <= PNG_BYTES_MAX)
    } else {
        None
    };
    let opaque = on_white(&picture);
    let smaller = |side, quality| jpeg(&on_white(&within(picture.clone(), side)), quality);
    let smaller = Smaller {
        public: smaller(PUBLIC_SIDE_MAX, PUBLIC_QUALITY)?,
        thumbnail: smaller(THUMBNAIL_SIDE_MAX, THUMBNAIL_QUALITY)?,
    };
    let (kind, bytes) = match png {
        Some(png) => (FileKind::Png, png),
        None => (FileKind::Jpeg, jpeg(&opaque, KEPT_QUALITY)?),
    };
    Ok(Clean {
        kind,
        bytes,
        smaller: Some(smaller),
    })
}

fn decoder_limits() -> Limits {
    let mut most = Limits::default();
    most.max_image_width = Some(limits::PHOTO_SIDE_MAX);
    most.max_image_height = Some(limits::PHOTO_SIDE_MAX);
    most.max_alloc = Some(DECODER_BYTES_MAX);
    most
}

/// The picture, upright. Its size is known and judged before a point of it is decoded.
fn decoded(decoder: ImageResult<impl ImageDecoder>) -> Result<DynamicImage, FileProblem> {
    let mut decoder = decoder.map_err(problem)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(FileProblem::Broken);
    }
    let is_too_wide = width.max(height) > limits::PHOTO_SIDE_MAX;
    if is_too_wide || u64::from(width) * u64::from(height) > limits::PHOTO_PIXELS_MAX {
        return Err(FileProblem::TooManyPixels);
    }
    decoder.set_limits(decoder_limits()).map_err(problem)?;
    // A photo that does not say how it was held is upright.
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(problem)?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    Ok(picture)
}

#[allow(clippy::needless_pass_by_value, reason = "what `map_err` gives")]
fn problem(error: ImageError) -> FileProblem {
    match error {
        ImageError::Limits(_) => FileProblem::TooManyPixels,
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::Unsupported(_)
        | ImageError::IoError(_) => FileProblem::Broken,
    }
}

/// The picture with no side longer than `side`.
fn within(picture: DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= side {
        picture
    } else {
        picture.resize(side, side, imageops::FilterType::Triangle)
    }
}

/// The picture without transparency, as a JPEG needs it.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    let mut opaque = RgbImage::new(seen.width(), seen.height());
    for (place, point) in opaque.pixels_mut().zip(seen.pixels()) {
        let [red, green, blue, alpha] = point.0;
        let over = |part: u8| {
            let mixed = (u32::from(part) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        *place = Rgb([over(red), over(green), over(blue)]);
    }
    opaque
}

fn jpeg(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, FileProblem> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode_image(picture)
        .map_err(problem)?;
    Ok(bytes)
}

fn png(picture: &DynamicImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    let written = if picture.color().has_alpha() {
        picture.to_rgba8().write_with_encoder(encoder)
    } else {
        picture.to_rgb8().write_with_encoder(encoder)
    };
    written.ok().map(|()| bytes)
}
