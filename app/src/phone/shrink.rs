//! Photos are made smaller on the phone, so that they go over one bar of signal.

use js_sys::{Function, Promise};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

/// Longest side of a photo as it is sent. Unit: pixels. Source: our own; a licence plate or a paper stays readable.
const SIDE_MAX: u32 = 1_600;
/// How much of a photo JPEG keeps, 0 to 1.
const QUALITY: f64 = 0.8;

/// Width and height that fit into a square of `side`, as they are to one another; at least one pixel.
fn fitted((width, height): (u32, u32), side: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= side {
        return (width, height);
    }
    let scale = |length: u32| {
        let scaled = u64::from(length) * u64::from(side) / u64::from(longest);
        u32::try_from(scaled).unwrap_or(side).max(1)
    };
    (scale(width), scale(height))
}

/// A smaller copy of a photo; the photo itself where it is small enough, or where the browser cannot read it. The copy
/// has none of what the camera wrote into the photo.
pub(crate) async fn shrunk(photo: &Blob) -> Blob {
    let smaller = async {
        let bitmap = bitmap(photo).await?;
        let size = (bitmap.width(), bitmap.height());
        let canvas = drawn(&bitmap, fitted(size, SIDE_MAX))?;
        bitmap.close();
        as_jpeg(&canvas).await
    };
    match smaller.await {
        Some(smaller) if smaller.size() < photo.size() => smaller,
        _ => photo.clone(),
    }
}

/// Draws a photo into a canvas of the page, as large as that canvas; whether it could be read.
pub(crate) async fn draw_into(canvas: &HtmlCanvasElement, photo: &Blob) -> Option<()> {
    let bitmap = bitmap(photo).await?;
    let (side, width, height) = (canvas.width(), bitmap.width(), bitmap.height());
    // The middle of the photo fills the square.
    let square = width.min(height).max(1);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    let (left, top) = ((width - square) / 2, (height - square) / 2);
    context
        .draw_image_with_image_bitmap_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            &bitmap,
            f64::from(left),
            f64::from(top),
            f64::from(square),
            f64::from(square),
            0.0,
            0.0,
            f64::from(side),
            f64::from(side),
        )
        .ok()?;
    bitmap.close();
    Some(())
}

/// The photo as pixels, turned as the camera was held.
async fn bitmap(photo: &Blob) -> Option<ImageBitmap> {
    let reading = window().create_image_bitmap_with_blob(photo).ok()?;
    Some(JsFuture::from(reading).await.ok()?.unchecked_into())
}

fn drawn(bitmap: &ImageBitmap, (width, height): (u32, u32)) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, f64::from(width), f64::from(height))
        .ok()?;
    Some(canvas)
}

async fn as_jpeg(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let mut wait = |resolve: Function, _reject: Function| {
        let asked = canvas.to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &JsValue::from_f64(QUALITY));
        if asked.is_err() {
            let _ = resolve.call1(&JsValue::UNDEFINED, &JsValue::NULL);
        }
    };
    let made = JsFuture::from(Promise::new(&mut wait)).await.ok()?;
    made.dyn_into().ok()
}

#[cfg(test)]
mod tests {
    use super::fitted;

    #[test]
    fn a_photo_keeps_its_shape_and_never_grows() {
        assert_eq!(fitted((4_000, 3_000), 1_600), (1_600, 1_200));
        assert_eq!(fitted((3_000, 4_000), 1_600), (1_200, 1_600));
        assert_eq!(fitted((800, 600), 1_600), (800, 600));
        assert_eq!(fitted((20_000, 3), 1_600), (1_600, 1));
    }
}
